-- Asks for the sum of an open checkout by an invoice: {"invoice": …}; nothing is ordered before it is paid. Where menu,
-- charges or coupon no longer say what the customer saw: {"differences", "quote"} and a fresh checkout.
-- Writes: cold.payments; as accept_review.
create or replace function app.start_invoice(p_turn app.turn, p_checkout hot.session_checkout) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_found jsonb := app.review_checkout(p_turn, p_checkout);
begin
  if not (v_found ->> 'holds')::boolean then
    return jsonb_build_object(
      'differences', v_found -> 'differences',
      'quote', app.accept_review(p_turn, v_found -> 'review', p_checkout.order_type));
  end if;
  insert into cold.payments (tenant_id, payment_id, checkout_id, method, status, amount, currency, created_at, updated_at)
  select p_turn.tenant_id, gen_random_uuid(), p_checkout.checkout_id, 'telegram', 'pending', p_checkout.total, t.currency,
         p_turn.at, p_turn.at
  from cold.tenants t where t.tenant_id = p_turn.tenant_id
  on conflict (tenant_id, checkout_id) where checkout_id is not null and status = 'pending' do nothing;
  return jsonb_build_object('invoice', app.invoice_view(p_turn, p_checkout.checkout_id));
end
$$;
