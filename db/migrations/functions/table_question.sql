-- What a customer who eats here is asked, as a problem of a quote: which table, with the tables where they are few, and the
-- other ways the shop offers.
create or replace function app.table_question(p_tenant uuid) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select jsonb_build_object(
      'kind', 'table_missing', 'offered', app.order_types(p_tenant, null),
      'tables', case when count(*) <= 24 then
        coalesce(jsonb_agg(d.table_no order by length(d.table_no), d.table_no), '[]') else '[]' end)
    from cold.dining_table d where d.tenant_id = p_tenant);
end
$$;
