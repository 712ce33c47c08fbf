-- The order type a quote is for: the one asked for, else the one chosen before, else
-- the one of the customer's last order, as far as the shop still offers it, else the shop's usual or only one; null where
-- there is none: the customer has to say.
-- Raises: OC013 where the shop does not offer what was asked for; of the others review_cart tells it.
create or replace function app.offered_order_type(p_turn app.turn, p_order_type text) returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if not app.offers_order_type(p_turn.tenant_id, p_order_type) then
    raise exception 'order type % is not offered', p_order_type
      using errcode = 'OC013', detail = jsonb_build_object(
        'offered', replace(array_to_string(app.order_types(p_turn.tenant_id, null), ', '), '_', '-'));
  end if;
  return coalesce(
    p_order_type,
    app.chosen_order_type(p_turn),
    (select c.order_type from cold.customer_contact c
     where c.tenant_id = p_turn.tenant_id and c.customer_id = p_turn.customer_id
       and app.offers_order_type(c.tenant_id, c.order_type)),
    (select o.order_type_name from cold.tenants t
     join cold.order_type_table o on o.order_type_id = t.default_order_type_id
     where t.tenant_id = p_turn.tenant_id),
    (select v.types[1] from app.order_types(p_turn.tenant_id, null) v (types) where cardinality(v.types) = 1));
end
$$;
