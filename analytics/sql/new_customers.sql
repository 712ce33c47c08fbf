-- How many customers are new, and how many came back?
--
-- parameters
--   tenant  uuid         the shop
--   since   timestamptz  orders placed from then on
--   until   timestamptz  and before then
-- columns
--   customers   bigint  who ordered
--   newcomers   bigint  those of them whose first order this was
--   came_back   bigint  those who had ordered before
--   new_orders  bigint  orders of the newcomers
-- caveats
--   A customer is a person in a channel: one who writes from two is two. Orders that were cancelled or rejected do not count.
--   What staff order for a table has no customer, and counts nowhere here.
with buyer as (
  select o.customer_id, count(*) as orders
  from cold.orders o
  join cold.sessions s on s.tenant_id = o.tenant_id and s.session_id = o.session_id
  where o.tenant_id = :tenant and o.created_at >= :since and o.created_at < :until
    and o.status not in ('cancelled', 'rejected') and s.channel <> 'table'
  group by o.customer_id
),
met as (
  select b.orders, exists (
    select 1 from cold.orders e
    join cold.sessions s on s.tenant_id = e.tenant_id and s.session_id = e.session_id
    where e.tenant_id = :tenant and e.customer_id = b.customer_id and e.created_at < :since
      and e.status not in ('cancelled', 'rejected') and s.channel <> 'table') as is_known
  from buyer b
)
select
  count(*) as customers,
  count(*) filter (where not m.is_known) as newcomers,
  count(*) filter (where m.is_known) as came_back,
  cast(coalesce(sum(m.orders) filter (where not m.is_known), 0) as bigint) as new_orders
from met m
