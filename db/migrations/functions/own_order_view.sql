-- A placed order for the eyes of its own customer: as order_view, where it goes ("address", "is_located": a location was shared)
-- as long as that is not erased, and whether he may rate it ("may_rate") or has ("stars"). Never for an event, a receipt or the
-- shop's others.
create or replace function app.own_order_view(p_tenant uuid, p_order uuid) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return app.order_view(p_tenant, p_order) || (
    select jsonb_build_object('may_rate', app.may_rate(o, app.now()), 'stars', r.stars)
    from cold.orders o
    left join cold.review r on r.tenant_id = o.tenant_id and r.order_id = o.order_id
    where o.tenant_id = p_tenant and o.order_id = p_order) || coalesce((
    select jsonb_build_object('address', c.address, 'is_located', c.latitude is not null)
    from cold.order_contact c where c.tenant_id = p_tenant and c.order_id = p_order), '{}');
end
$$;
