-- The invoice of an open checkout that waits to be paid, as SessionView.invoice has it; null where there is none.
create or replace function app.invoice_view(p_turn app.turn, p_checkout_id uuid) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select jsonb_build_object('payment_id', p.payment_id, 'amount', p.amount::text, 'currency', p.currency,
                              'digits', app.currency_digits(p.currency))
    from cold.payments p
    where p.tenant_id = p_turn.tenant_id and p.checkout_id = p_checkout_id and p.status = 'pending'
      and p.method = 'telegram');
end
$$;
