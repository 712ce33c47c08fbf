-- What a promo code takes off lines, whoever may use it and when, rounded to the currency's digits. null: the dish it gives
-- is not among them.
create or replace function app.coupon_amount(p_coupon cold.coupon, p_lines hot.session_cart[]) returns numeric
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_goods numeric := (select coalesce(sum(l.quantity * l.price), 0) from unnest(p_lines) l);
begin
  return case p_coupon.kind
    when 'amount' then p_coupon.amount
    when 'percent' then least(round(v_goods * p_coupon.percent / 100, app.money_digits(p_coupon.tenant_id)), coalesce(p_coupon.most, v_goods))
    else (select min(l.price) from unnest(p_lines) l where l.item_id = p_coupon.item_id)
  end;
end
$$;
