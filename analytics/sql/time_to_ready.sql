-- How long do orders take until they are ready?
--
-- parameters
--   tenant  uuid         the shop
--   since   timestamptz  orders placed from then on
--   until   timestamptz  and before then
-- columns
--   order_type  text     take_away, dine_in or delivery; null: all of them
--   orders      bigint   orders that became ready
--   median      numeric  minutes from placed to ready that half of them kept within
--   slow        numeric  minutes that nine of ten kept within
--   kitchen     numeric  minutes from accepted to ready that half of those kept within that were accepted
-- caveats
--   Without orders for a later time, and without those that were cancelled or rejected.
--   An order that was called ready only when it was completed tells nothing, and is left out.
with reached as (
  select
    o.order_id, y.order_type_name as order_type, o.created_at as placed_at,
    min(e.at) filter (where e.status = 'accepted') as accepted_at,
    min(e.at) filter (where e.status = 'ready') as ready_at,
    min(e.at) filter (where e.status = 'completed') as completed_at
  from cold.orders o
  join cold.order_type_table y on y.order_type_id = o.order_type_id
  join cold.order_event e on e.tenant_id = o.tenant_id and e.order_id = o.order_id
  where o.tenant_id = :tenant and o.created_at >= :since and o.created_at < :until
    and o.status not in ('cancelled', 'rejected') and o.pickup_at is null
  group by o.order_id, y.order_type_name, o.created_at
),
waited as (
  select r.order_type,
         extract(epoch from r.ready_at - r.placed_at) / 60 as minutes,
         extract(epoch from r.ready_at - r.accepted_at) / 60 as kitchen_minutes
  from reached r
  where r.ready_at is not null and (r.completed_at is null or r.ready_at < r.completed_at)
)
select
  w.order_type,
  count(*) as orders,
  round(cast(percentile_cont(0.5) within group (order by w.minutes) as numeric), 1) as median,
  round(cast(percentile_cont(0.9) within group (order by w.minutes) as numeric), 1) as slow,
  round(cast(percentile_cont(0.5) within group (order by w.kitchen_minutes) as numeric), 1) as kitchen
from waited w
group by grouping sets ((w.order_type), ())
having count(*) > 0
order by w.order_type nulls first
