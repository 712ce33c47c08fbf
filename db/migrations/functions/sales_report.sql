-- Orders, revenue and the five dishes sold most in a period of the shop's own days: today, yesterday, week, last_week,
-- month, last_month; a week begins on Monday. What counts is when an order was placed, and what it comes to as it stands; one
-- that was rejected or cancelled does not count. Raises: OC030, OC031.
create or replace function app.sales_report(p_tenant uuid, p_turn jsonb, p_period text) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_zone text := (select t.time_zone from cold.tenants t where t.tenant_id = p_tenant);
  v_today timestamp := date_trunc('day', v_turn.at at time zone v_zone);
  v_first timestamp := case p_period
    when 'today' then v_today
    when 'yesterday' then v_today - interval '1 day'
    when 'week' then date_trunc('week', v_today)
    when 'last_week' then date_trunc('week', v_today) - interval '1 week'
    when 'month' then date_trunc('month', v_today)
    when 'last_month' then date_trunc('month', v_today) - interval '1 month' end;
  v_end timestamp := case p_period
    when 'yesterday' then v_today
    when 'last_week' then date_trunc('week', v_today)
    when 'last_month' then date_trunc('month', v_today)
    else v_today + interval '1 day' end;
  v_from timestamptz := v_first at time zone v_zone;
  v_to timestamptz := v_end at time zone v_zone;
begin
  perform app.require_staff(v_turn, 'sales_report');
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object('sales', (
    select jsonb_build_object(
      'first', v_first::date, 'last', (v_end - interval '1 day')::date, 'orders', count(*),
      'revenue', coalesce(sum(o.total), 0.00)::text, 'average', coalesce(round(avg(o.total), 2), 0.00)::text,
      'top', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'item_name', t.item_name, 'quantity', t.quantity, 'revenue', t.revenue::text)
          order by t.quantity desc, t.revenue desc, t.item_name), '[]')
        from (
          select max(i.item_name) as item_name, sum(i.quantity) as quantity,
                 sum(i.quantity * i.unit_price) as revenue
          from cold.orders s
          cross join lateral app.order_lines(s.tenant_id, s.order_id) i
          where s.tenant_id = p_tenant and s.created_at >= v_from and s.created_at < v_to
            and s.status not in ('rejected', 'cancelled')
          group by i.item_id
          order by 2 desc, 3 desc, 1 limit 5
        ) t))
    from (
      select app.order_total(x) as total from cold.orders x
      where x.tenant_id = p_tenant and x.created_at >= v_from and x.created_at < v_to
        and x.status not in ('rejected', 'cancelled')) o))));
end
$$;
