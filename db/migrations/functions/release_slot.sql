-- Gives back the place in a slot of an order that will not be, however often it is called. Writes: cold.slot_booking.
create or replace function app.release_slot(p_tenant uuid, p_order uuid) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  delete from cold.slot_booking b where b.tenant_id = p_tenant and b.order_id = p_order;
end
$$;
