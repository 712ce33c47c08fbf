-- How an order can be paid, in the shop's order: [{"method", "now": in the chat or by phone, not at the counter}].
-- Telegram invoices are for private chats of shops with a provider, and for sums the currency can name; a counter is no use
-- to somebody at home; nothing is paid ahead where nothing is to pay. Who sits at a table of the shop can have it on the
-- table's bill. The caller has begun a turn.
create or replace function app.payment_ways(p_turn app.turn, p_order_type text, p_total numeric) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('method', w.method, 'now', w.now) order by w.place), '[]')
    from (
      select m.method, m.place, p_total > 0 and case m.method
               when 'telegram' then true
               when 'upi' then t.upi_id is not null and t.currency = 'INR'
               else false end as now,
             m.method <> 'telegram' or t.payment_provider_token is not null
               and s.channel = 'telegram' and s.chat = s.sender
               and p_total > 0 and mod(p_total * power(10::numeric, app.currency_digits(t.currency)), 1) = 0 as open
      from cold.tenants t
      join cold.sessions s on s.tenant_id = t.tenant_id and s.session_id = p_turn.session_id
      cross join lateral unnest(t.payment_methods) with ordinality m (method, place)
      where t.tenant_id = p_turn.tenant_id
      union all
      select 'tab', 1000, false, true
      from hot.session_state s
      join cold.dining_table d on d.tenant_id = s.tenant_id and d.table_no = s.fulfilment ->> 'table_no'
      where p_order_type = 'dine_in' and s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id) w
    where w.open and (w.now or w.method = 'cash' or p_order_type <> 'delivery'));
end
$$;
