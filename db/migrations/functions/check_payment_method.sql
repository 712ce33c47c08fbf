-- Lets a payment method the shop takes pass. Raises: OC014.
create or replace function app.check_payment_method(p_tenant uuid, p_method text) returns void
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_offered text[] := (select t.payment_methods from cold.tenants t where t.tenant_id = p_tenant);
begin
  if p_method is null or p_method <> all (v_offered) then
    raise exception 'payment method % is not taken', p_method
      using errcode = 'OC014', detail = jsonb_build_object('offered', array_to_string(v_offered, ', '));
  end if;
end
$$;
