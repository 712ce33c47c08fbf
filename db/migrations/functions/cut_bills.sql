-- Makes bills of what is left of a locked tab, in place of those that are not paid: 'whole', one; 'line', one for each line;
-- 'guest', one for each who asked for something; 'equal', p_parts that differ by the smallest coin at most. p_amount: of a whole
-- one, no more than that. What is owed is laid out line after line and cut where a bill ends, so that bills come to exactly
-- that, and each knows which rounds it pays.
-- Writes: cold.tab_bill, tab_bill_line.
create or replace function app.cut_bills(
  p_tab cold.tab, p_split text, p_parts integer, p_amount numeric, p_at timestamptz
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_last integer := (
    select coalesce(max(b.bill_no), 0) from cold.tab_bill b
    where b.tenant_id = p_tab.tenant_id and b.tab_id = p_tab.tab_id);
begin
  perform app.void_bills(p_tab, p_at);
  with owed as (
    select l.*, case p_split when 'guest' then coalesce(l.asked_by, '') else '' end as whom
    from app.tab_lines(p_tab.tenant_id, p_tab.tab_id) l where l.owed > 0
  ), laid as (
    select o.*, sum(o.owed) over (order by o.whom, o.place) as upto from owed o
  ), parts as (
    select '' as whom, l.place, l.quantity || 'x ' || l.item_name as label, l.owed as amount from laid l
    where p_split = 'line'
    union all
    select l.whom, min(l.place), coalesce(nullif(l.whom, ''), 'Table'), sum(l.owed) from laid l
    where p_split = 'guest' group by l.whom
    union all
    select '', e.place, e.place || '/' || p_parts, e.amount
    from unnest(app.spread((select sum(l.owed) from laid l), array_fill(1::numeric, array[p_parts]),
                          app.money_digits(p_tab.tenant_id)))
      with ordinality e (amount, place)
    where p_split = 'equal'
    union all
    select '', 1, 'Table', least(p_amount, sum(l.owed)) from laid l where p_split = 'whole'
  ), bills as (
    -- In the order in which what is owed is laid out.
    select b.label, b.amount, v_last + row_number() over b as bill_no, sum(b.amount) over b as upto
    from parts b where b.amount > 0
    window b as (order by b.whom, b.place)
  ), made as (
    insert into cold.tab_bill (tenant_id, tab_id, bill_no, split, label, amount, made_at)
    select p_tab.tenant_id, p_tab.tab_id, b.bill_no, p_split, left(b.label, 128), b.amount, p_at from bills b
  )
  insert into cold.tab_bill_line (tenant_id, tab_id, bill_no, order_id, line_no, amount)
  select p_tab.tenant_id, p_tab.tab_id, b.bill_no, l.order_id, l.line_no,
         least(b.upto, l.upto) - greatest(b.upto - b.amount, l.upto - l.owed)
  from bills b
  join laid l on least(b.upto, l.upto) > greatest(b.upto - b.amount, l.upto - l.owed);
end
$$;
