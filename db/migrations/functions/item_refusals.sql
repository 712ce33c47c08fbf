-- Everything that keeps items from being ordered, the gravest first: {item id: [{"reason": "unknown" | "closed" | "sold_out"
-- | "order_type" | "not_served" | "stock", "item", "when", "left", …}]}. What can be had is not in it.
-- THE judge of availability: menu, search, cart, checkout and promotion all ask it; whoever has a turn asks session_refusals.
-- p_quantities: the pieces wanted of each item; of one that is named twice the sum is judged.
-- p_at: see judged_at. p_order_type null: not said.
-- Pieces that others hold until their checkout expires are not free; nothing free is "sold_out" with "left" 0. Of a dish with
-- a recipe there are as many as its ingredients make; p_together: see pieces_of_recipe.
create or replace function app.item_refusals(
  p_tenant uuid, p_items text[], p_quantities integer[], p_at timestamptz, p_order_type text, p_session text,
  p_together boolean default false
) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_zone text := (select t.time_zone from cold.tenants t where t.tenant_id = p_tenant);
  v_closed jsonb := coalesce(jsonb '[]' || app.shop_refusal(p_tenant, p_at), '[]');
  v_is_offered boolean := p_order_type is null or app.offers_order_type(p_tenant, p_order_type);
  v_has_recipes boolean := exists (select from cold.recipe r where r.tenant_id = p_tenant);
  v_order_types text[];
  v_free integer;
  v record;
  v_found jsonb;
  v_refusals jsonb := jsonb '{}';
begin
  for v in
    select w.item_id, i.*
    from (select x.item_id, sum(x.quantity) as quantity
          from unnest(p_items, p_quantities) as x (item_id, quantity) group by x.item_id) w
    -- Limited, so that a plan reads by key however many items the shop has.
    left join lateral (
      select m.name, m.is_removed, m.unavailable_until,
             not m.is_available and (m.unavailable_until is null or m.unavailable_until > p_at) as is_sold_out,
             exists (select from cold.menu_item_order_type n where n.tenant_id = p_tenant and n.item_id = w.item_id)
               as has_order_types,
             exists (select from cold.menu_item_period y where y.tenant_id = p_tenant and y.item_id = w.item_id)
               as has_periods,
             v_has_recipes and exists (
               select from cold.recipe r where r.tenant_id = p_tenant and r.item_id = w.item_id) as has_recipe,
             s.quantity as stock, w.quantity as wanted
      from cold.menu_item m
      left join cold.menu_item_stock s on s.tenant_id = m.tenant_id and s.item_id = m.item_id
      where m.tenant_id = p_tenant and m.item_id = w.item_id
      limit 1
    ) i on true
  loop
    if v.is_removed is distinct from false then
      v_refusals := v_refusals || jsonb_build_object(v.item_id, jsonb_build_array(
        jsonb_build_object('reason', 'unknown', 'item', coalesce(v.name, ''))));
      continue;
    end if;
    v_found := jsonb '[]';
    if v.is_sold_out then
      v_found := v_found || jsonb_build_object(
        'reason', 'sold_out', 'when', app.moment_words(v.unavailable_until, v_zone));
    end if;
    if v.has_order_types or not v_is_offered then
      v_order_types := app.order_types(p_tenant, v.item_id);
      if v_order_types = '{}' or p_order_type <> all (v_order_types) then
        v_found := v_found || jsonb_build_object(
          'reason', 'order_type', 'order_type', p_order_type, 'offered', v_order_types);
      end if;
    end if;
    if v.has_periods and not app.is_served(p_tenant, v.item_id, p_at at time zone v_zone) then
      v_found := v_found || jsonb_build_object('reason', 'not_served', 'when', app.served_when(p_tenant, v.item_id));
    end if;
    v_free := null;
    if v.stock is not null then
      v_free := greatest(0, v.stock - (
        select coalesce(sum(h.quantity), 0)::integer from cold.stock_hold h
        where h.tenant_id = p_tenant and h.item_id = v.item_id and h.session_id is distinct from p_session
          and h.expires_at > app.now()));
    end if;
    if v.has_recipe then
      v_free := least(v_free, app.pieces_of_recipe(p_tenant, v.item_id, p_session, p_items, p_quantities, p_together));
    end if;
    if v_free < v.wanted then
      v_found := v_found || jsonb_build_object(
        'reason', case v_free when 0 then 'sold_out' else 'stock' end, 'left', v_free);
    end if;
    if v_closed <> '[]' or v_found <> '[]' then
      v_refusals := v_refusals || jsonb_build_object(v.item_id, v_closed || (
        select coalesce(jsonb_agg(f.value || jsonb_build_object('item', v.name) order by f.ordinality), '[]')
        from jsonb_array_elements(v_found) with ordinality f));
    end if;
  end loop;
  return v_refusals;
end
$$;
