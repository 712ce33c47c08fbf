-- What makes two lines the same: item, options with amount and count, removals and note.
create or replace function app.line_key(p_item text, p_options jsonb, p_without jsonb, p_note text) returns text
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select md5(jsonb_build_array(
      p_item,
      (select coalesce(jsonb_agg(jsonb_build_array(o.group_id, o.option_id, o.amount, o.count)
                                 order by o.group_id, o.option_id), '[]')
       from jsonb_to_recordset(p_options) as o (group_id text, option_id text, amount text, count integer)),
      (select coalesce(jsonb_agg(jsonb_build_array(w.group_id, w.option_id) order by w.group_id, w.option_id), '[]')
       from jsonb_to_recordset(p_without) as w (group_id text, option_id text)),
      p_note)::text));
end
$$;
