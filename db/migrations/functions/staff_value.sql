-- The value of what a staff event is about, as the event keeps it, locked; null for what an undo cannot bring back.
-- p_subject: "stock:idly", "item:idly", "price:idly", "ingredient:milk", "low:item:idly", "low:ingredient:milk",
-- "order:<id>", "tab:<id>", "round:<order>", "round:<order>:<line>",
-- "staff:<channel>:<sender>", "room:<channel>:<chat>", "alerts:<channel>:<chat>", "invite:<id>".
create or replace function app.staff_value(p_turn app.turn, p_subject text) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_order cold.orders;
  v_of text := substr(p_subject, strpos(p_subject, ':') + 1);
  v_value jsonb;
begin
  case split_part(p_subject, ':', 1)
  when 'stock' then
    select jsonb_build_object('quantity', s.quantity) into v_value from cold.menu_item_stock s
    where s.tenant_id = p_turn.tenant_id and s.item_id = v_of for update;
    v_value := coalesce(v_value, jsonb '{"quantity": null}');
  when 'item' then
    -- In UTC without saying so: the text must not depend on the time zone of a connection.
    select jsonb_build_object('is_available', i.is_available, 'unavailable_until', i.unavailable_until at time zone 'utc')
      into v_value
    from cold.menu_item i where i.tenant_id = p_turn.tenant_id and i.item_id = v_of for no key update;
  when 'price' then
    select jsonb_build_object('price', i.price::text) into v_value
    from cold.menu_item i where i.tenant_id = p_turn.tenant_id and i.item_id = v_of for no key update;
  when 'ingredient' then
    select app.ingredient_value(g) into v_value from cold.ingredient g
    where g.tenant_id = p_turn.tenant_id and g.ingredient_id = v_of for no key update;
  when 'low' then
    v_value := app.low_value(p_turn.tenant_id, v_of);
  when 'order' then
    -- What is read of it must be read by a later statement than the one that locks.
    v_order := app.lock_order(p_turn.tenant_id, v_of::uuid);
    v_value := app.order_value(v_order);
  when 'tab' then
    select jsonb_build_object(
      'table', t.table_no, 'is_open', t.closed_at is null, 'merged_into', t.merged_into, 'bills', (
        select coalesce(jsonb_agg(b.bill_no order by b.bill_no), '[]') from cold.tab_bill b
        where b.tenant_id = t.tenant_id and b.tab_id = t.tab_id and b.void_at is null)) into v_value
    from cold.tab t where t.tenant_id = p_turn.tenant_id and t.tab_id = v_of::uuid for update;
  when 'round' then
    v_order := app.lock_order(p_turn.tenant_id, split_part(v_of, ':', 1)::uuid);
    v_value := app.round_value(v_order, nullif(split_part(v_of, ':', 2), '')::integer);
  when 'staff' then
    select jsonb_build_object('role', m.role, 'member', m.member_id) into v_value from cold.staff_member m
    where m.tenant_id = p_turn.tenant_id and m.channel = split_part(v_of, ':', 1)
      and m.sender = substr(v_of, strpos(v_of, ':') + 1) and m.revoked_at is null;
    v_value := coalesce(v_value, jsonb '{"role": null, "member": null}');
  when 'room' then
    select jsonb_build_object('kind', r.kind, 'stations', r.stations, 'room', r.room_id) into v_value from cold.room r
    where r.tenant_id = p_turn.tenant_id and r.channel = split_part(v_of, ':', 1)
      and r.chat = substr(v_of, strpos(v_of, ':') + 1) and r.unbound_at is null;
    v_value := coalesce(v_value, jsonb '{"kind": null, "room": null}');
  when 'alerts' then
    select jsonb_build_object('alerts', r.alerts) into v_value from cold.room r
    where r.tenant_id = p_turn.tenant_id and r.channel = split_part(v_of, ':', 1)
      and r.chat = substr(v_of, strpos(v_of, ':') + 1) and r.unbound_at is null;
  when 'invite' then
    select jsonb_build_object('open', i.used_by is null and i.expires_at > p_turn.at, 'role', i.role) into v_value
    from cold.staff_invite i where i.tenant_id = p_turn.tenant_id and i.invite_id = v_of::uuid;
  else
    null;
  end case;
  return v_value;
end
$$;
