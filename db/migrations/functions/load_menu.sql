-- A shop's whole menu as one document, for the bot's memory. Prices are text with two decimals.
-- Headings and option groups that an import has left empty are not part of it.
-- Raises: OC016 no such shop.
create or replace function app.load_menu(p_tenant uuid) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_menu jsonb;
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  select jsonb_build_object(
    'menu_version', t.menu_version, 'currency', t.currency,
    'periods', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', p.meal_period_id, 'name', p.name, 'from', to_char(p.starts_at, 'HH24:MI'),
        'to', to_char(p.ends_at, 'HH24:MI')) order by p.position), '[]')
      from cold.meal_period p where p.tenant_id = p_tenant),
    'categories', (
      select coalesce(jsonb_agg(jsonb_build_object('id', c.category_id, 'name', c.name) order by c.position), '[]')
      from cold.menu_category c
      where c.tenant_id = p_tenant and exists (
        select from cold.menu_item i
        where i.tenant_id = p_tenant and i.category_id = c.category_id and not i.is_removed)),
    'items', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'no', i.item_no, 'id', i.item_id, 'name', i.name, 'aliases', i.aliases, 'category', i.category_id,
        'price', i.price::text, 'description', i.description, 'diet', i.diet, 'allergens', i.allergens,
        'available', app.item_refusal(p_tenant, i.item_id, app.now()) is distinct from 'unavailable',
        'stock', s.quantity,
        'periods', (select coalesce(jsonb_agg(p.meal_period_id order by p.meal_period_id), '[]')
                    from cold.menu_item_period p where p.tenant_id = p_tenant and p.item_id = i.item_id),
        'groups', (select coalesce(jsonb_agg(g.group_id order by g.position), '[]')
                   from cold.menu_item_option_group g where g.tenant_id = p_tenant and g.item_id = i.item_id)
        ) order by i.position), '[]')
      from cold.menu_item i
      left join cold.menu_item_stock s on s.tenant_id = i.tenant_id and s.item_id = i.item_id
      where i.tenant_id = p_tenant and not i.is_removed),
    'groups', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', g.group_id, 'name', g.name, 'min', g.min_choices, 'max', g.max_choices,
        'default', g.default_option_id, 'negatable', g.negatable, 'amounts', g.amounts,
        'generic_aliases', g.generic_aliases,
        'options', (
          select coalesce(jsonb_agg(jsonb_build_object(
            'no', o.option_no, 'id', o.option_id, 'name', o.name, 'aliases', o.aliases,
            'price_delta', o.price_delta::text, 'allergens', o.allergens, 'countable', o.countable,
            'available', o.is_available) order by o.position), '[]')
          from cold.option o where o.tenant_id = p_tenant and o.group_id = g.group_id and not o.is_removed)
        ) order by g.group_id), '[]')
      from cold.option_group g
      where g.tenant_id = p_tenant and exists (
        select from cold.option o
        where o.tenant_id = p_tenant and o.group_id = g.group_id and not o.is_removed)))
    into v_menu
  from cold.tenants t where t.tenant_id = p_tenant;
  if v_menu is null then
    raise exception 'no tenant %', p_tenant using errcode = 'OC016';
  end if;
  return v_menu;
end
$$;
