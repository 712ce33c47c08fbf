-- The active lines a reference means: {"last": true}, {"position": n}, {"line_no": n} or {"item_ids": […]}.
-- Candidates come from the menu; the cart decides which of them is meant.
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
    select c.* from hot.session_cart c
    join (
      select l.line_no, row_number() over (order by l.line_no) as position
      from app.get_session_cart(p_turn.tenant_id, p_turn.session_id) l
    ) active using (line_no)
    where c.tenant_id = p_turn.tenant_id and c.session_id = p_turn.session_id
      and case
        when p_reference ? 'last' then c.line_no = v_last
        when p_reference ? 'position' then active.position = (p_reference ->> 'position')::integer
        when p_reference ? 'line_no' then c.line_no = (p_reference ->> 'line_no')::integer
        else p_reference -> 'item_ids' ? c.item_id
      end
    order by c.line_no;
  if not found then
    raise exception 'no line for %', p_reference using errcode = 'OC007';
  end if;
end
$$;
