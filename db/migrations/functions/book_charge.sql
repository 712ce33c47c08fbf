-- Puts money that has arrived under a tender, which it returns: the one asked for, where this is its sum and none is there
-- yet; else one of its own, a failed one, for nobody asked for it so. What becomes of it is the caller's to decide.
-- p_charge: {"charge_id", "provider_charge_id", "currency", "minor"}.
-- Writes: cold.payments.
create or replace function app.book_charge(p_turn app.turn, p_payment uuid, p_charge jsonb) returns cold.payments
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_currency text := p_charge ->> 'currency';
  v_amount numeric := (p_charge ->> 'minor')::numeric / power(10::numeric, app.currency_digits(v_currency));
  v_asked cold.payments;
  v_booked cold.payments;
begin
  -- The order first, as everywhere: whoever cancels it holds it and comes for its tenders.
  perform from cold.orders o
  where o.tenant_id = p_turn.tenant_id and o.checkout_id = (
    select p.checkout_id from cold.payments p where p.tenant_id = p_turn.tenant_id and p.payment_id = p_payment)
  for update;
  select * into v_asked from cold.payments p
  where p.tenant_id = p_turn.tenant_id and p.payment_id = p_payment and p.method = 'telegram' for update;
  if v_asked.charge_id is null and v_asked.amount = v_amount and v_asked.currency = v_currency then
    update cold.payments p set
      provider = 'telegram', charge_id = p_charge ->> 'charge_id', reference = left(p_charge ->> 'provider_charge_id', 64),
      paid_at = p_turn.at, updated_at = p_turn.at
    where p.tenant_id = p_turn.tenant_id and p.payment_id = p_payment
    returning * into v_booked;
    return v_booked;
  end if;
  insert into cold.payments (tenant_id, payment_id, checkout_id, method, status, amount, currency, provider, charge_id,
                             reference, paid_at, created_at, updated_at)
  values (p_turn.tenant_id, gen_random_uuid(), v_asked.checkout_id, 'telegram', 'failed', v_amount, v_currency, 'telegram',
          p_charge ->> 'charge_id', left(p_charge ->> 'provider_charge_id', 64), p_turn.at, p_turn.at, p_turn.at)
  returning * into v_booked;
  return v_booked;
end
$$;
