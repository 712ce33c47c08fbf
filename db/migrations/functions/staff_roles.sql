-- The roles that may do something in a shop; the only table of it. p_right: the function that asks.
create or replace function app.staff_roles(p_right text) returns text[]
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return array['owner', 'manager'] || case p_right
    when 'check_stock' then '{kitchen,counter,waiter,inventory}'::text[]
    when 'update_stock' then '{kitchen,inventory}'
    when 'mark_unavailable' then '{kitchen,counter,inventory}'
    when 'mark_available' then '{kitchen,counter,inventory}'
    when 'check_orders' then '{kitchen,counter,waiter}'
    when 'accept_order' then '{kitchen,counter}'
    when 'start_order' then '{kitchen,counter}'
    when 'mark_ready' then '{kitchen,counter}'
    when 'send_out' then '{counter}'
    when 'complete_order' then '{counter,waiter}'
    when 'reject_order' then '{kitchen,counter}'
    when 'cancel_for_customer' then '{counter}'
    when 'confirm_payment' then '{counter,waiter}'
    when 'add_to_table' then '{counter,waiter}'
    when 'undo' then '{kitchen,counter,waiter,inventory}'
    else '{}' end;
end
$$;
