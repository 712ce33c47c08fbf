-- Which orders came to nothing, by whom and why?
--
-- parameters
--   tenant  uuid         the shop
--   since   timestamptz  orders placed from then on
--   until   timestamptz  and before then
-- columns
--   status  text     cancelled or rejected
--   actor   text     who ended them: customer or shop
--   reason  text     what was given as the reason; null: nothing
--   orders  bigint   how many orders
--   amount  numeric  what they came to, in the shop's currency
-- caveats
--   An order counts when it was placed, whenever it was ended.
with ended as (
  select
    o.status,
    case when e.actor like 'customer%' then 'customer' else 'shop' end as actor,
    left(e.reason, 80) as reason,
    o.total_amount + coalesce((
      select sum(a.amount) from cold.order_adjustment a
      where a.tenant_id = o.tenant_id and a.order_id = o.order_id), 0) as amount
  from cold.orders o
  join cold.order_event e on e.tenant_id = o.tenant_id and e.order_id = o.order_id and e.status = o.status
  where o.tenant_id = :tenant and o.created_at >= :since and o.created_at < :until
    and o.status in ('cancelled', 'rejected')
    and e.seq = (
      select max(l.seq) from cold.order_event l
      where l.tenant_id = o.tenant_id and l.order_id = o.order_id and l.status = o.status)
)
select d.status, d.actor, d.reason, count(*) as orders, sum(d.amount) as amount
from ended d
group by d.status, d.actor, d.reason
order by 4 desc, 5 desc, d.status, d.actor, d.reason nulls last
