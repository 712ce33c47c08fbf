-- The charges of a quote in the order they are told: kind (discount, fee, tax, rounding), name, code (of the coupon), rate
-- and base (of a tax), amount (signed), is_included (a tax that is told and not added).
create or replace function app.quote_charges(p_quote jsonb)
  returns table (kind text, name text, code text, rate numeric, base numeric, amount numeric, is_included boolean)
  language sql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
  select 'discount', d.code, d.code, null::numeric, null::numeric, -d.amount, false
  from jsonb_to_record(nullif(p_quote -> 'discount', 'null')) as d (code text, amount numeric)
  where d.amount > 0
  union all
  select 'fee', f.name, null, null, null, f.amount, false
  from jsonb_to_recordset(p_quote -> 'fees') as f (name text, amount numeric)
  union all
  select 'tax', x.name, null, x.rate, x.base, x.amount, x.included
  from jsonb_to_recordset(p_quote -> 'taxes') as x (name text, rate numeric, base numeric, amount numeric, included boolean)
  union all
  select 'rounding', 'Rounding', null, null, null, r.amount, false
  from (select (p_quote ->> 'rounding')::numeric as amount) r
  where r.amount <> 0
$$;
