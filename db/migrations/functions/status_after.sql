-- The status an order has after an act of the staff; null for an act that is no step of its life.
create or replace function app.status_after(p_act text) returns text
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return case p_act
    when 'accept_order' then 'accepted'
    when 'start_order' then 'preparing'
    when 'mark_ready' then 'ready'
    when 'send_out' then 'out_for_delivery'
    when 'complete_order' then 'completed'
    when 'reject_order' then 'rejected'
    when 'cancel_for_customer' then 'cancelled' end;
end
$$;
