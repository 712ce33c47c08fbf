-- What keeps an order from being delivered, as a problem of a quote; null where nothing does: no address yet
-- ("address_missing"), one remembered that is not confirmed in this session ("address_known"), or one in none of the shop's
-- zones ("out_of_zone", with the names of them, and whether a location could tell more than the address did). Each has the
-- other ways the shop offers.
-- p_zone: the zone it lies in. A shop without zones delivers anywhere.
create or replace function app.place_problem(p_turn app.turn, p_contact cold.customer_contact, p_zone text) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_settled jsonb := (
    select s.fulfilment from hot.session_state s
    where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id);
begin
  if p_contact.address is null and p_contact.latitude is null then
    return jsonb_build_object('kind', 'address_missing', 'offered', app.order_types(p_turn.tenant_id, null));
  elsif p_zone is null and exists (select from cold.delivery_zone z where z.tenant_id = p_turn.tenant_id) then
    return (
      select jsonb_build_object(
        'kind', 'out_of_zone', 'address', p_contact.address,
        'zones', jsonb_agg(z.name order by z.position, z.zone_id),
        'by_location', bool_or(z.latitude is not null) and p_contact.latitude is null,
        'offered', app.order_types(p_turn.tenant_id, null))
      from cold.delivery_zone z where z.tenant_id = p_turn.tenant_id);
  elsif not v_settled ? 'zone_id' or v_settled ->> 'zone_id' is distinct from p_zone then
    return jsonb_build_object(
      'kind', 'address_known', 'address', p_contact.address, 'offered', app.order_types(p_turn.tenant_id, null));
  end if;
  return null;
end
$$;
