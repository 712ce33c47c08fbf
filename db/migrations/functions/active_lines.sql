-- The lines in the cart of a begun turn's session, in their order.
create or replace function app.active_lines(p_turn app.turn) returns hot.session_cart[]
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return array(
    select c from hot.session_cart c
    where c.tenant_id = p_turn.tenant_id and c.session_id = p_turn.session_id and c.is_active
    order by c.line_no);
end
$$;
