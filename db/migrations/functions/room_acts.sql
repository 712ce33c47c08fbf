-- What can be done next with an order in a kind of room, in the order in which it is done.
create or replace function app.room_acts(p_order cold.orders, p_kind text) returns text[]
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return array(
    select a.act from app.order_acts(p_order) a
    join app.staff_rights() r on r.action = a.act and p_kind = any (r.rooms)
    order by a.place);
end
$$;
