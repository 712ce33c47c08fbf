-- The active lines a reference means: {"last": true}, {"position": n}, {"line_no": n}, {"all": true} or {"item_ids": […]}.
-- Candidates come from the menu; the cart decides which of them is meant: first those that have the "options" said of
-- them, then those of "item_ids", then those of "also", whose names hold the words. {"all": true, "item_ids"} are all of
-- them; {"all": true, "except": […]} all but those of these dishes.
-- Raises: OC002 nothing mentioned yet, OC007 no such line.
create or replace function app.find_lines(p_turn app.turn, p_reference jsonb) returns setof hot.session_cart
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_last integer := (
    select s.last_mentioned_line from hot.session_state s
    where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id);
begin
  if p_reference ? 'last' and v_last is null then
    raise exception 'nothing was mentioned' using errcode = 'OC002';
  end if;
  return query
    with fitting as (
      select c as line,
             2 * coalesce(app.has_options(c, p_reference -> 'options'), false)::integer
               + coalesce(p_reference -> 'item_ids' ? c.item_id, false)::integer as likeness
      from hot.session_cart c
      join (
        select l.line_no, row_number() over (order by l.line_no) as position
        from app.get_session_cart(p_turn.tenant_id, p_turn.session_id) l
      ) active using (line_no)
      where c.tenant_id = p_turn.tenant_id and c.session_id = p_turn.session_id
        and case
          when p_reference ? 'last' then c.line_no = v_last
          when p_reference ? 'position' then active.position = (p_reference ->> 'position')::integer
          when p_reference ? 'line_no' then c.line_no = (p_reference ->> 'line_no')::integer
          when p_reference ? 'except' then not p_reference -> 'except' ? c.item_id
          when p_reference ? 'item_ids' then
            coalesce(p_reference -> 'also', '[]') || (p_reference -> 'item_ids') ? c.item_id
          else coalesce((p_reference ->> 'all')::boolean, false)
        end
    )
    select (f.line).* from fitting f
    where f.likeness = (select max(b.likeness) from fitting b)
    order by (f.line).line_no;
  if not found then
    raise exception 'no line for %', p_reference using errcode = 'OC007';
  end if;
end
$$;
