-- How many orders were there, and of which kind?
--
-- parameters
--   tenant  uuid         the shop
--   since   timestamptz  orders placed from then on
--   until   timestamptz  and before then
-- columns
--   order_type  text    take_away, dine_in or delivery
--   orders      bigint  orders that were not cancelled or rejected
--   open        bigint  those of them that are not completed yet
--   cancelled   bigint  orders that were cancelled or rejected
-- caveats
--   Each round of a table is an order. How an order stands is how it stands now.
select
  y.order_type_name as order_type,
  count(*) filter (where o.status not in ('cancelled', 'rejected')) as orders,
  count(*) filter (where o.status not in ('cancelled', 'rejected', 'completed')) as open,
  count(*) filter (where o.status in ('cancelled', 'rejected')) as cancelled
from cold.orders o
join cold.order_type_table y on y.order_type_id = o.order_type_id
where o.tenant_id = :tenant and o.created_at >= :since and o.created_at < :until
group by y.order_type_name
order by 2 desc, 1
