-- Who may do what, and where: the only table of it. action: the name of the function that asks; roles: whose grant has the
-- right; rooms: the kinds of room it is done in, "new" being a group or topic that is no room yet.
-- require_staff judges by it; db/README.md shows it.
create or replace function app.staff_rights() returns table (action text, roles text[], rooms text[])
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return query
    select r.action, array['owner'] || r.others::text[], array['owner'] || r.besides::text[]
    from (values
      ('check_stock', '{manager,kitchen,counter,waiter,inventory}', '{kitchen,counter,inventory}'),
      ('update_stock', '{manager,kitchen,inventory}', '{kitchen,inventory}'),
      ('update_ingredient', '{manager,kitchen,inventory}', '{kitchen,inventory}'),
      ('set_low_mark', '{manager,kitchen,inventory}', '{kitchen,inventory}'),
      ('set_price', '{manager}', '{counter}'),
      ('mark_unavailable', '{manager,kitchen,counter,inventory}', '{kitchen,counter,inventory}'),
      ('mark_available', '{manager,kitchen,counter,inventory}', '{kitchen,counter,inventory}'),
      ('check_orders', '{manager,kitchen,counter,waiter,rider}', '{kitchen,counter,riders}'),
      ('accept_order', '{manager,kitchen,counter}', '{kitchen,counter}'),
      ('start_order', '{manager,kitchen,counter}', '{kitchen,counter}'),
      ('mark_ready', '{manager,kitchen,counter}', '{kitchen,counter}'),
      ('send_out', '{manager,counter,rider}', '{counter,riders}'),
      ('complete_order', '{manager,counter,waiter,rider}', '{counter,riders}'),
      ('reject_order', '{manager,kitchen,counter}', '{kitchen,counter}'),
      ('cancel_for_customer', '{manager,counter}', '{counter}'),
      ('confirm_payment', '{manager,counter,waiter,rider}', '{counter,riders}'),
      ('refund_payment', '{manager}', '{counter}'),
      ('add_to_table', '{manager,counter,waiter}', '{counter}'),
      ('remove_from_table', '{manager,counter,waiter}', '{counter}'),
      ('show_tab', '{manager,counter,waiter}', '{counter}'),
      ('transfer_tab', '{manager,counter,waiter}', '{counter}'),
      ('merge_tabs', '{manager,counter,waiter}', '{counter}'),
      ('split_tab', '{manager,counter,waiter}', '{counter}'),
      ('bill_tab', '{manager,counter,waiter}', '{counter}'),
      ('pay_bill', '{manager,counter,waiter}', '{counter}'),
      ('close_tab', '{manager,counter,waiter}', '{counter}'),
      ('ask_shop', '{manager}', '{}'),
      ('bind_room', '{manager}', '{kitchen,counter,inventory,riders,new}'),
      ('unbind_room', '{manager}', '{kitchen,counter,inventory,riders,new}'),
      ('set_alerts', '{manager}', '{kitchen,counter,inventory,riders}'),
      ('list_staff', '{manager}', '{}'),
      ('add_staff', '{manager}', '{}'),
      ('remove_staff', '{manager}', '{}'),
      ('invite_staff', '{manager}', '{}'),
      ('show_log', '{manager}', '{}'),
      ('undo', '{manager,kitchen,counter,waiter,inventory,rider}', '{kitchen,counter,inventory,riders,new}')
    ) as r (action, others, besides);
end
$$;
