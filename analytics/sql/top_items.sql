-- Which dishes are sold most?
--
-- parameters
--   tenant  uuid         the shop
--   since   timestamptz  orders placed from then on
--   until   timestamptz  and before then
--   item    text         only the dish of this id; null: every dish
--   most    integer      so many dishes at most
-- columns
--   item_id    text     the dish
--   item_name  text     what the menu calls it
--   quantity   bigint   pieces sold
--   revenue    numeric  what they cost with their options, in the shop's currency
-- caveats
--   Without cancelled and rejected orders, and without what was taken off an order later.
--   Discounts, fees and taxes on top belong to orders, not to dishes: this is no share of the revenue.
with line as (
  select i.tenant_id, i.order_id, i.line_no, i.menu_item_id, i.item_name, i.unit_price, i.quantity
  from cold.orders o
  join cold.order_item i on i.tenant_id = o.tenant_id and i.order_id = o.order_id
  where o.tenant_id = :tenant and o.created_at >= :since and o.created_at < :until
    and o.status not in ('cancelled', 'rejected')
    and i.menu_item_id = coalesce(:item, i.menu_item_id)
),
changed as (
  select a.order_id, a.line_no, sum(a.quantity) as quantity
  from cold.orders o
  join cold.order_adjustment a on a.tenant_id = o.tenant_id and a.order_id = o.order_id
  where o.tenant_id = :tenant and o.created_at >= :since and o.created_at < :until and a.line_no is not null
  group by a.order_id, a.line_no
),
sold as (
  select l.menu_item_id, l.item_name, l.unit_price, l.quantity + coalesce(c.quantity, 0) as quantity
  from line l
  left join changed c on c.order_id = l.order_id and c.line_no = l.line_no
),
ranked as (
  select s.menu_item_id as item_id, max(s.item_name) as item_name, cast(sum(s.quantity) as bigint) as quantity,
         sum(s.quantity * s.unit_price) as revenue
  from sold s
  where s.quantity > 0
  group by s.menu_item_id
)
select r.item_id, coalesce(m.name, r.item_name) as item_name, r.quantity, r.revenue
from ranked r
left join cold.menu_item m on m.tenant_id = :tenant and m.item_id = r.item_id
order by r.quantity desc, r.revenue desc, r.item_id
limit :most
