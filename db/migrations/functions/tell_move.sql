-- Prints once in every kitchen that has a ticket of an open order of a tab that the table is another one now. The tickets
-- themselves are edited by tell_rooms. Writes: cold.outbox.
create or replace function app.tell_move(p_tenant uuid, p_tab uuid, p_from text, p_to text) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform app.put_room_notice(
    p_tenant, r.room_id, 'tab_moved', '', null, null, jsonb_build_object('from', p_from, 'to', p_to), app.now())
  from cold.room r
  where r.tenant_id = p_tenant and r.kind = 'kitchen' and r.unbound_at is null and exists (
    select from app.tab_orders(p_tenant, p_tab) o
    join cold.order_message m on m.tenant_id = p_tenant and m.order_id = o.order_id
    where o.status in ('placed', 'accepted', 'preparing', 'ready') and m.channel = r.channel and m.chat = r.chat);
end
$$;
