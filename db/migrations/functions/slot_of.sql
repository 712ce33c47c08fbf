-- When the slot begins that an order of this type takes a place in: of the time chosen in the session, by the shop's clock;
-- null for an order without one, for now or eaten here.
create or replace function app.slot_of(p_turn app.turn, p_order_type text) returns timestamptz
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_at timestamptz := nullif(app.judged_at(p_turn), p_turn.at);
begin
  if v_at is null or coalesce(p_order_type, '') not in ('take_away', 'delivery') then
    return null;
  end if;
  return (
    select (l.day + make_interval(
      mins => t.slot_minutes * (extract(epoch from l.local - l.day)::integer / 60 / t.slot_minutes))) at time zone t.time_zone
    from cold.tenants t
    cross join lateral (
      select v_at at time zone t.time_zone as local, date_trunc('day', v_at at time zone t.time_zone) as day) l
    where t.tenant_id = p_turn.tenant_id);
end
$$;
