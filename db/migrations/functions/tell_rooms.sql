-- Has the rooms that need an order show how it stands, its ticket and their boards, in the caller's transaction. p_of_money:
-- nothing but its money has changed, which kitchens and boards do not show.
-- Writes: cold.outbox.
create or replace function app.tell_rooms(p_tenant uuid, p_order uuid, p_of_money boolean default false) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_room record;
begin
  for v_room in select * from app.rooms_of_orders(p_tenant, array[p_order]) r
    where not (p_of_money and r.kind = 'kitchen')
  loop
    perform app.put_ticket(p_tenant, v_room.room_id, v_room.channel, v_room.chat, p_order);
    if not p_of_money then
      perform app.put_board(p_tenant, v_room.room_id, app.now());
    end if;
  end loop;
end
$$;
