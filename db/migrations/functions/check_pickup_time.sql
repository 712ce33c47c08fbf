-- Lets a pickup time pass at which the shop takes orders: in the future, and no more days ahead than it allows.
-- Raises: OC019 closed then, OC021 in the past or too far ahead.
create or replace function app.check_pickup_time(p_turn app.turn, p_pickup_at timestamptz) returns void
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_shop cold.tenants := (select t from cold.tenants t where t.tenant_id = p_turn.tenant_id);
  v_today date := (p_turn.at at time zone v_shop.time_zone)::date;
  v_closed jsonb;
begin
  if p_pickup_at is null then
    return;
  elsif v_shop.order_ahead_days = 0 or p_pickup_at <= p_turn.at
     or p_pickup_at at time zone v_shop.time_zone >= v_today + v_shop.order_ahead_days + 1 then
    raise exception 'no orders for %', p_pickup_at
      using errcode = 'OC021', detail = jsonb_build_object('days', v_shop.order_ahead_days);
  end if;
  v_closed := app.shop_refusal(p_turn.tenant_id, p_pickup_at);
  if v_closed is not null then
    raise exception 'closed at %', p_pickup_at
      using errcode = 'OC019', detail = jsonb_build_object('when', v_closed -> 'when');
  end if;
end
$$;
