-- A line that was left out, or not made more, for its conflicts, in the form of SessionView.conflicts. p_index: its place
-- in the call. A line of the cart has its `line_no`.
create or replace function app.conflicting_line(p_index bigint, p_line jsonb, p_conflicts jsonb) returns jsonb
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return jsonb_build_object('index', p_index, 'item_id', p_line -> 'item_id', 'item_name', p_line -> 'item_name',
                            'line_no', p_line -> 'line_no', 'conflicts', p_conflicts);
end
$$;
