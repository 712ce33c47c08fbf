-- What did the shop take, hour by hour or day by day?
--
-- parameters
--   tenant  uuid         the shop
--   since   timestamptz  orders placed from then on
--   until   timestamptz  and before then
--   step    text         hour, day, week or month, of the shop's own time
-- columns
--   starts   timestamp  when the step begins, in the shop's time
--   orders   bigint     orders that were not cancelled or rejected
--   revenue  numeric    what they come to as they stand, in the shop's currency, with taxes and fees, less what went back
--   average  numeric    revenue an order, to the hundredth
-- caveats
--   An order counts when it was placed, paid or not. Each round of a table is an order, so its bill counts once.
--   What went back because an order was made smaller is not taken off twice.
--   A step without orders has no row. The hour that comes twice when clocks go back is one row.
with placed as (
  select o.tenant_id, o.order_id, o.total_amount, o.created_at at time zone t.time_zone as placed_at
  from cold.orders o
  join cold.tenants t on t.tenant_id = o.tenant_id
  where o.tenant_id = :tenant and o.created_at >= :since and o.created_at < :until
    and o.status not in ('cancelled', 'rejected')
),
changed as (
  select a.order_id, sum(a.amount) as amount
  from placed o
  join cold.order_adjustment a on a.tenant_id = o.tenant_id and a.order_id = o.order_id
  group by a.order_id
),
tendered as (
  select p.order_id, sum(p.amount) as paid, sum(p.refunded) as refunded
  from placed o
  join cold.payments p on p.tenant_id = o.tenant_id and p.order_id = o.order_id
  where p.status in ('paid', 'refund_due', 'refunded')
  group by p.order_id
  having sum(p.refunded) > 0
),
due as (
  select o.order_id, o.placed_at, o.total_amount + coalesce(c.amount, 0) as total
  from placed o
  left join changed c on c.order_id = o.order_id
),
taken as (
  select date_trunc(:step, d.placed_at) as starts,
         d.total - coalesce(greatest(m.refunded - greatest(m.paid - d.total, 0), 0), 0) as revenue
  from due d
  left join tendered m on m.order_id = d.order_id
)
select k.starts, count(*) as orders, sum(k.revenue) as revenue, round(avg(k.revenue), 2) as average
from taken k
group by k.starts
order by k.starts
