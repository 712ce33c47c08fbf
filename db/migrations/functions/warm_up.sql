-- Walks a conversation and takes it back, so that a new connection has its plans before the first customer comes.
-- Writes nothing that stays. A walk that is refused somewhere has warmed what it came through.
create or replace function app.warm_up() returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_tenant cold.tenants;
  v_item text;
  v_wish jsonb;
  v_turn jsonb := jsonb '{"channel": "warm_up", "chat": "-", "sender": "-", "tool": "warm_up", "source": "button"}';
begin
  for v_tenant in select t.* from cold.tenants t limit 20 loop
    perform set_config('app.tenant_id', v_tenant.tenant_id::text, true);
    -- Of some dishes only, first of those served all day: when every shop is closed, judging all would take seconds.
    select c.item_id into v_item
    from (select i.item_id from cold.menu_item i
          where i.tenant_id = v_tenant.tenant_id and i.is_available and not i.is_removed
            and not exists (select from cold.menu_item_option_group g
                            join cold.option_group o using (tenant_id, group_id)
                            where g.tenant_id = i.tenant_id and g.item_id = i.item_id and o.min_choices > 0)
          order by exists (select from cold.menu_item_period p where p.tenant_id = i.tenant_id and p.item_id = i.item_id)
          limit 10) c
    where app.item_availability(v_tenant.tenant_id, c.item_id, app.now(), null, 2, null) is null
    limit 1;
    exit when found;
  end loop;
  if v_item is null then
    return;
  end if;
  v_wish := jsonb_build_array(jsonb_build_object(
    'item', jsonb_build_object('item_id', v_item), 'quantity', 1, 'options', jsonb '[]', 'without', jsonb '[]',
    'note', null));
  begin
    perform app.load_menu(v_tenant.tenant_id);
    perform app.search_menu(v_tenant.tenant_id, v_turn || jsonb '{"command": "1"}', '', null, null, 1, 10);
    perform app.add_to_cart(v_tenant.tenant_id, v_turn || jsonb '{"command": "2"}', v_wish);
    perform app.set_quantity(v_tenant.tenant_id, v_turn || jsonb '{"command": "3"}', '{"last": true}', 2);
    perform app.add_to_cart(v_tenant.tenant_id, v_turn || jsonb '{"command": "one more"}',
      '[{"item": {"last": true}, "quantity": 1, "options": [], "without": [], "note": null}]');
    perform app.view_cart(v_tenant.tenant_id, v_turn || jsonb '{"command": "4"}');
    perform app.checkout(v_tenant.tenant_id, v_turn || jsonb '{"command": "5"}', null);
    perform app.choose_payment(
      v_tenant.tenant_id, v_turn || jsonb '{"command": "6"}', v_tenant.payment_methods[1], null);
    perform app.set_dietary_rules(
      v_tenant.tenant_id, v_turn || jsonb '{"command": "7"}', '{peanut}', '{veg}', '{}');
    perform app.search_menu(v_tenant.tenant_id, v_turn || jsonb '{"command": "8"}', '', null, null, 1, 10);
    perform app.add_to_cart(v_tenant.tenant_id, v_turn || jsonb '{"command": "9"}', v_wish);
    raise exception 'take it back' using errcode = 'OC000';
  exception when others then
    if sqlstate not like 'OC%' then
      raise;
    end if;
  end;
end
$$;
