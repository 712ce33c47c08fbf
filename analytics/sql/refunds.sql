-- How much money went back?
--
-- parameters
--   tenant  uuid         the shop
--   since   timestamptz  payments of which something went back from then on
--   until   timestamptz  and before then
-- columns
--   method   text     how it had been paid
--   refunds  bigint   of how many payments something went back
--   amount   numeric  how much, in the shop's currency
-- caveats
--   What went back of one payment in several parts counts whole, at its last change.
select p.method, count(*) as refunds, sum(p.refunded) as amount
from cold.payments p
where p.tenant_id = :tenant and p.refunded > 0
  and coalesce(p.updated_at, p.created_at) >= :since and coalesce(p.updated_at, p.created_at) < :until
group by p.method
order by 3 desc, 1
