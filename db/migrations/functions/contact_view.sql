-- Where a delivery goes and to whom, for those who bring it: {"name", "address", "phone", "place": "12.9719,77.5946"}. The
-- caller has judged that it may be seen.
create or replace function app.contact_view(p_tenant uuid, p_order uuid) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select jsonb_build_object(
      'name', c.name, 'address', c.address, 'phone', c.phone,
      'place', trim_scale(round(c.latitude::numeric, 6)) || ',' || trim_scale(round(c.longitude::numeric, 6)))
    from cold.order_contact c where c.tenant_id = p_tenant and c.order_id = p_order);
end
$$;
