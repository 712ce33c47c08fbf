-- Whether the invoice of tender p_payment may be paid now: the last look before money moves. The view has
-- "payment_refusal": null where it may, and then all that is held for the order is kept until the money is here; placed, gone,
-- amount (p_minor, in minor units, is not what was asked for) or changed, with the "differences" and the "quote" of now.
-- A refusal changes nothing: the next look at the checkout tells it again. Writes: as extend_checkout.
create or replace function app.pre_checkout(
  p_tenant uuid, p_turn jsonb, p_payment uuid, p_currency text, p_minor numeric
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_payment cold.payments;
  v_open hot.session_checkout;
  v_found jsonb;
  v_refusal text;
begin
  select * into v_payment from cold.payments p where p.tenant_id = p_tenant and p.payment_id = p_payment;
  select * into v_open from hot.session_checkout k
  where k.tenant_id = p_tenant and k.session_id = v_turn.session_id and k.checkout_id = v_payment.checkout_id;
  v_refusal := case
    when exists (select from cold.orders o where o.tenant_id = p_tenant and o.checkout_id = v_payment.checkout_id)
      then 'placed'
    when v_payment.status is distinct from 'pending' or v_open.checkout_id is null or v_open.expires_at <= v_turn.at
      then 'gone'
    when p_currency <> v_payment.currency or v_payment.amount <> v_open.total
      or p_minor <> v_payment.amount * power(10::numeric, app.currency_digits(p_currency)) then 'amount'
  end;
  if v_refusal is null then
    v_found := app.review_checkout(v_turn, v_open);
    if (v_found ->> 'holds')::boolean then
      perform app.extend_checkout(v_turn, v_open);
      return app.session_view(v_turn, jsonb '{"payment_refusal": null}');
    end if;
    v_refusal := 'changed';
  end if;
  return app.session_view(v_turn, jsonb_build_object(
    'payment_refusal', v_refusal, 'differences', coalesce(v_found -> 'differences', '[]'), 'quote', v_found -> 'quote'));
end
$$;
