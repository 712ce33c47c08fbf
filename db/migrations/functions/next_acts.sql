-- What one of the staff can do with an order as it stands, in the order in which it is done, as far as the role may.
create or replace function app.next_acts(p_order cold.orders, p_role text) returns text[]
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return array(
    select a.act from app.order_acts(p_order) a
    join app.staff_rights() r on r.action = a.act and p_role = any (r.roles)
    order by a.place);
end
$$;
