-- The order type a quote is for: the one asked for, else the open quote's, else the shop's usual one.
-- Raises: OC013 where the shop does not offer it.
create or replace function app.offered_order_type(p_turn app.turn, p_order_type text) returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_wanted text := coalesce(
    p_order_type,
    (select k.order_type from hot.session_checkout k
     where k.tenant_id = p_turn.tenant_id and k.session_id = p_turn.session_id),
    (select o.order_type_name from cold.tenants t
     join cold.order_type_table o on o.order_type_id = t.default_order_type_id
     where t.tenant_id = p_turn.tenant_id));
  v_offered text[] := array(
    select o.order_type_name from cold.tenant_order_type x
    join cold.order_type_table o using (order_type_id)
    where x.tenant_id = p_turn.tenant_id order by o.order_type_id);
begin
  if v_wanted <> all (v_offered) then
    raise exception 'order type % is not offered', v_wanted
      using errcode = 'OC013', detail = jsonb_build_object('offered', replace(array_to_string(v_offered, ', '), '_', '-'));
  end if;
  return v_wanted;
end
$$;
