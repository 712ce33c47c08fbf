-- What did people ask for that they could not have, or that was not understood?
--
-- parameters
--   tenant  uuid         the shop
--   since   timestamptz  what was asked from then on
--   until   timestamptz  and before then
--   most    integer      so many rows at most
-- columns
--   wish       text    the dish, or the words as they were typed; null: words that are not told, or were not understood
--   reason     text    not_found, sold_out, not_served, closed, order_type, stock or not_understood
--   times      bigint  how often it was asked for
--   customers  bigint  how many customers asked for it
-- caveats
--   Words are told only where they can be the name of a dish: at most four, no digits, no address. So nobody's number,
--   house or letter is read here. What staff say is left out, unless it is a wish of a table.
with asked as (
  select
    coalesce(m.name, btrim(regexp_replace(lower(e.event_data ->> 'words'), '\s+', ' ', 'g'))) as words,
    m.item_id is not null as is_dish,
    e.event_data ->> 'reason' as reason,
    s.customer_id
  from warm.session_events e
  join cold.sessions s on s.tenant_id = e.tenant_id and s.session_id = e.session_id
  left join cold.menu_item m on m.tenant_id = e.tenant_id and m.item_id = e.event_data ->> 'item_id'
  where e.tenant_id = :tenant and e."timestamp" >= :since and e."timestamp" < :until
    and e.event_type = 'demand_unmet'
  union all
  select null, false, 'not_understood', s.customer_id
  from cold.turns u
  join cold.sessions s on s.tenant_id = u.tenant_id and s.session_id = u.session_id
  where u.tenant_id = :tenant and u.at >= :since and u.at < :until and u.tool = 'not_understood'
    and not exists (
      select 1 from cold.staff_member f
      where f.tenant_id = s.tenant_id and f.channel = s.channel and f.sender = s.sender)
),
told as (
  select
    case when a.is_dish or length(a.words) between 2 and 40 and a.words !~ '[0-9@/]|( \S+){4}' then a.words end as wish,
    a.reason, a.customer_id
  from asked a
)
select t.wish, t.reason, count(*) as times, count(distinct t.customer_id) as customers
from told t
group by t.wish, t.reason
order by t.wish is null, 4 desc, 3 desc, t.wish, t.reason
limit :most
