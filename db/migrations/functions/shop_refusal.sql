-- Why a shop takes no orders for a moment: null when it does, else {"reason": "closed", "when": "tomorrow from 07:00"}.
-- A shop without hours is open except on its special days. Looks 60 days ahead for when it opens again.
create or replace function app.shop_refusal(p_tenant uuid, p_at timestamptz) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_zone text;
  v_local timestamp;
  v_opens timestamp;
begin
  if not exists (
    select from cold.opening_hours o where o.tenant_id = p_tenant
    union all
    select from cold.special_day s where s.tenant_id = p_tenant and s.day > (p_at - interval '3 days')::date
  ) then
    return null;
  end if;
  select t.time_zone into strict v_zone from cold.tenants t where t.tenant_id = p_tenant;
  v_local := p_at at time zone v_zone;
  if app.open_times(p_tenant, v_local::date - 1, v_local::date + 1) @> v_local then
    return null;
  end if;
  select min(lower(r)) into v_opens
  from unnest(app.open_times(p_tenant, v_local::date, v_local::date + 60)) r where lower(r) > v_local;
  return jsonb_build_object(
    'reason', 'closed', 'when', coalesce(app.moment_words(v_opens at time zone v_zone, v_zone), 'again later'));
end
$$;
