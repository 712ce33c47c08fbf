-- A room cannot be reached any more: the owner's rooms are told once, until something arrives there again. What is for it is
-- tried all the same, once each, and the orders it needs are the owner's as well (rooms_of_orders).
-- Writes: cold.room, outbox.
create or replace function app.lose_room(p_tenant uuid, p_room uuid) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_kind text;
  v_open constant uuid[] := array(
    select o.order_id from cold.orders o
    where o.tenant_id = p_tenant and o.status in ('placed', 'accepted', 'preparing', 'ready', 'out_for_delivery'));
begin
  update cold.room r set lost_at = app.now()
  where r.tenant_id = p_tenant and r.room_id = p_room and r.unbound_at is null and r.lost_at is null
  returning r.kind into v_kind;
  if found then
    perform app.put_room_notice(
      p_tenant, o.room_id, 'room_lost', 'alert', null, null, jsonb_build_object('kind', v_kind), app.now())
    from cold.room o
    where o.tenant_id = p_tenant and o.kind = 'owner' and o.unbound_at is null and o.lost_at is null;
    perform app.put_room_notice(p_tenant, w.room_id, 'ticket', '', null, w.order_id, '{}', app.now()),
            app.put_board(p_tenant, w.room_id, app.now())
    from app.rooms_of_orders(p_tenant, v_open) w
    where w.kind = 'owner' and not exists (
      select from cold.order_message m
      where m.tenant_id = p_tenant and m.order_id = w.order_id and m.channel = w.channel and m.chat = w.chat);
  end if;
end
$$;
