-- What a call about an order tells staff: the order, and in "staff" what the role can do with it next and, where that is
-- told, to whom a delivery goes, beside p_told.
create or replace function app.staff_order_view(p_turn app.turn, p_member cold.staff_member, p_order uuid, p_told jsonb)
  returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return app.session_view(p_turn, jsonb_build_object(
    'order', app.order_view(p_turn.tenant_id, p_order),
    'staff', p_told || jsonb_build_object('next', (
      select to_jsonb(app.next_acts(o, p_member.role)) from cold.orders o
      where o.tenant_id = p_turn.tenant_id and o.order_id = p_order),
      'contact', case when app.sees_contact(p_turn, p_member) then app.contact_view(p_turn.tenant_id, p_order) end)));
end
$$;
