-- Places the order of the open checkout, paid by p_method; by telegram it only asks for the money, and the order is placed
-- when that is here. p_checkout_id: the quote the pressed button showed; null when the method was said in words. Without an
-- open checkout it opens one; a confirm said twice finds the order already placed.
-- Writes: as create_order_from_session, start_invoice and, on the table's bill, sit_down. Raises: OC003, OC012, OC013, OC014, OC017.
create or replace function app.choose_payment(p_tenant uuid, p_turn jsonb, p_method text, p_checkout_id uuid)
  returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_open hot.session_checkout;
  v_placed uuid := app.placed_before(v_turn, p_checkout_id);
  v_method text;
  v_result jsonb;
begin
  if v_placed is not null then
    return app.session_view(
      v_turn, jsonb_build_object('replayed', true, 'order', app.own_order_view(p_tenant, v_placed)));
  elsif v_turn.replayed then
    return app.session_view(v_turn, jsonb_build_object('invoice', (
      select app.invoice_view(v_turn, k.checkout_id) from hot.session_checkout k
      where p_method in ('card', 'telegram') and k.tenant_id = p_tenant and k.session_id = v_turn.session_id)));
  end if;
  select * into v_open from hot.session_checkout k where k.tenant_id = p_tenant and k.session_id = v_turn.session_id;
  if p_checkout_id is distinct from v_open.checkout_id and p_checkout_id is not null then
    raise exception 'checkout % is not open', p_checkout_id using errcode = 'OC012';
  elsif v_open.checkout_id is null or v_open.expires_at <= v_turn.at then
    return app.offer_checkout(v_turn, null);
  end if;
  v_method := app.check_payment_method(v_turn, v_open, p_method);
  if v_method = 'tab' then
    -- Before stock is locked, as everywhere.
    perform app.sit_down(v_turn);
  end if;

  v_result := case v_method
    when 'telegram' then app.start_invoice(v_turn, v_open)
    else app.create_order_from_session(v_turn, v_open.checkout_id, v_method) end;
  return app.session_view(v_turn, v_result);
end
$$;
