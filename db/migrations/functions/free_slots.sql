-- The next four slots after one that still take orders, while the shop is open and takes orders that far ahead.
create or replace function app.free_slots(p_turn app.turn, p_slot timestamptz) returns timestamptz[]
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_shop cold.tenants := (select t from cold.tenants t where t.tenant_id = p_turn.tenant_id);
  v_last date := (p_turn.at at time zone v_shop.time_zone)::date + v_shop.order_ahead_days;
  v_open tsmultirange := app.open_times(
    p_turn.tenant_id, (p_slot at time zone v_shop.time_zone)::date - 1, v_last);
  v_at timestamptz := p_slot;
  v_found timestamptz[] := array[]::timestamptz[];
begin
  -- Two days of the shortest slots are looked through at most.
  for n in 1 .. 576 loop
    v_at := v_at + make_interval(mins => v_shop.slot_minutes);
    exit when (v_at at time zone v_shop.time_zone)::date > v_last or cardinality(v_found) = 4;
    if v_open @> (v_at at time zone v_shop.time_zone) and app.slot_left(p_turn, v_at) > 0 then
      v_found := v_found || v_at;
    end if;
  end loop;
  return v_found;
end
$$;
