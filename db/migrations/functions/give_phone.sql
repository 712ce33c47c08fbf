-- Remembers the number a customer can be called at. Where his cart is to be delivered, it is quoted again.
-- Writes: cold.customer_contact; as settle_way. Raises: OC017.
create or replace function app.give_phone(p_tenant uuid, p_turn jsonb, p_phone text) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  insert into cold.customer_contact (tenant_id, customer_id, phone, updated_at)
  values (p_tenant, v_turn.customer_id, p_phone, v_turn.at)
  on conflict (tenant_id, customer_id) do update set phone = excluded.phone, updated_at = excluded.updated_at;
  if app.chosen_order_type(v_turn) = 'delivery' and app.offers_order_type(p_tenant, 'delivery') then
    return app.settle_way(v_turn, 'delivery', '{}');
  end if;
  return app.session_view(v_turn);
end
$$;
