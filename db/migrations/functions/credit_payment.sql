-- Money has arrived for the invoice of tender p_payment (null: of none we know). It is booked exactly once for each charge id
-- and becomes the order, or has to go back: the view tells "payment", "order" and, where something had changed, as
-- create_order_from_session. p_place false only books it, to go back. p_charge: as book_charge has it.
-- Writes: as book_charge and use_charge.
create or replace function app.credit_payment(
  p_tenant uuid, p_turn jsonb, p_payment uuid, p_charge jsonb, p_place boolean default true
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_payment cold.payments;
  v_more jsonb := jsonb '{}';
begin
  select * into v_payment from cold.payments p
  where p.tenant_id = p_tenant and p.provider = 'telegram' and p.charge_id = p_charge ->> 'charge_id';
  if not found then
    v_payment := app.book_charge(v_turn, p_payment, p_charge);
    v_more := app.use_charge(v_turn, v_payment, p_place);
    select * into v_payment from cold.payments p
    where p.tenant_id = p_tenant and p.payment_id = v_payment.payment_id;
  end if;
  return app.session_view(v_turn, v_more || jsonb_build_object(
    'payment', app.payment_view(v_payment), 'order', app.own_order_view(p_tenant, v_payment.order_id)));
end
$$;
