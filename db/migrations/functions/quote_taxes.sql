-- The taxes on taxable amounts ({"class", "amount"} each, after discount): [{"name", "rate", "base", "amount", "included"}].
-- Every part of a class is rounded once, half up and to the currency's digits, over all that is of the class, so that equal rates give equal amounts, as
-- CGST and SGST must. Included tax is gross * rate / (100 + all rates of the class); base is what the tax is on.
create or replace function app.quote_taxes(p_turn app.turn, p_taxable jsonb) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_digits constant integer := app.money_digits(p_turn.tenant_id);
begin
  return (
    with gross as (
      select a.class, sum(a.amount) as amount
      from jsonb_to_recordset(p_taxable) as a (class text, amount numeric)
      where a.class is not null
      group by a.class
    ), part as (
      select g.class, x.tax_name, x.rate, x.position, g.amount as gross, t.prices_include_tax as included,
        round(g.amount * x.rate
              / case when t.prices_include_tax then 100 + sum(x.rate) over (partition by g.class) else 100 end, v_digits) as amount
      from gross g
      join cold.tax_part x on x.tenant_id = p_turn.tenant_id and x.tax_class = g.class
      join cold.tenants t on t.tenant_id = x.tenant_id
    )
    select coalesce(jsonb_agg(jsonb_build_object(
      'name', p.tax_name, 'rate', trim_scale(p.rate)::text, 'included', p.included, 'amount', p.amount::numeric(12,2)::text,
      'base', (p.gross - case when p.included then p.taxes else 0 end)::numeric(12,2)::text)
      order by p.class, p.position, p.tax_name), '[]')
    from (select q.*, sum(q.amount) over (partition by q.class) as taxes from part q) p
    where p.amount > 0);
end
$$;
