-- Something has arrived in a room that was lost: it gets the open orders it has no ticket of. A room that was not lost is
-- left as it is. Writes: cold.room, outbox.
create or replace function app.regain_room(p_tenant uuid, p_room uuid) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_open uuid[];
begin
  update cold.room r set lost_at = null
  where r.tenant_id = p_tenant and r.room_id = p_room and r.lost_at is not null;
  if found then
    v_open := array(
      select o.order_id from cold.orders o
      where o.tenant_id = p_tenant and o.status in ('placed', 'accepted', 'preparing', 'ready', 'out_for_delivery'));
    perform app.tell_rooms(p_tenant, w.order_id) from app.rooms_of_orders(p_tenant, v_open) w
    where w.room_id = p_room and not exists (
      select from cold.order_message m
      where m.tenant_id = p_tenant and m.order_id = w.order_id and m.channel = w.channel and m.chat = w.chat);
  end if;
end
$$;
