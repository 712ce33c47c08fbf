-- A shop's whole menu as one document, for the bot's memory. Prices are text with two decimals.
-- Headings and option groups that an import has left empty are not part of it. `available` is as of now, and holds until
-- `stale_at`, when the next thing that is sold out comes back by itself.
-- Dishes and options are columns, a list for each field, and an option names its group: it is read by every process
-- that has not met the shop yet, and a row for each dish took it half as long again.
-- Raises: OC016 no such shop.
create or replace function app.load_menu(p_tenant uuid) returns json
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_now timestamptz := app.now();
  v_menu json;
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  select json_build_object(
    'menu_version', t.menu_version, 'currency', t.currency,
    'stale_at', least(
      (select min(i.unavailable_until) from cold.menu_item i
       where i.tenant_id = p_tenant and not i.is_available and i.unavailable_until > v_now),
      (select min(o.unavailable_until) from cold.option o
       where o.tenant_id = p_tenant and not o.is_available and o.unavailable_until > v_now)),
    'periods', (
      select coalesce(json_agg(period), '[]')
      from (select p.meal_period_id as id, p.name, to_char(p.starts_at, 'HH24:MI') as "from",
                   to_char(p.ends_at, 'HH24:MI') as "to", p.days
            from cold.meal_period p where p.tenant_id = p_tenant order by p.position) period),
    'ingredients', (
      select coalesce(json_agg(ingredient), '[]')
      from (select g.ingredient_id as id, g.name, g.unit
            from cold.ingredient g where g.tenant_id = p_tenant and not g.is_removed order by g.name) ingredient),
    'categories', (
      select coalesce(json_agg(category), '[]')
      from (select c.category_id as id, c.name
            from cold.menu_category c
            where c.tenant_id = p_tenant and exists (
              select from cold.menu_item i
              where i.tenant_id = p_tenant and i.category_id = c.category_id and not i.is_removed)
            order by c.position) category),
    'items', coalesce((
      select json_build_object(
        'no', array_agg(i.item_no), 'id', array_agg(i.item_id), 'name', array_agg(i.name),
        'aliases', json_agg(i.aliases), 'category', array_agg(i.category_id), 'price', array_agg(i.price::text),
        'description', array_agg(i.description), 'photo_url', array_agg(coalesce(i.photo_url, '')),
        'diet', array_agg(i.diet), 'allergens', json_agg(i.allergens), 'suitable_for', json_agg(i.suitable_for),
        'periods', json_agg(i.periods), 'groups', json_agg(i.groups),
        'available', array_agg(i.is_available or coalesce(i.unavailable_until <= v_now, false)),
        'stock', array_agg(i.quantity))
      from (select i.*, stock.quantity, coalesce(periods.ids, '{}') as periods, coalesce(groups.ids, '{}') as groups
            from cold.menu_item i
            left join cold.menu_item_stock stock on stock.tenant_id = p_tenant and stock.item_id = i.item_id
            left join (select p.item_id, array_agg(p.meal_period_id order by p.meal_period_id) as ids
                       from cold.menu_item_period p where p.tenant_id = p_tenant group by p.item_id) periods
              on periods.item_id = i.item_id
            left join (select g.item_id, array_agg(g.group_id order by g.position) as ids
                       from cold.menu_item_option_group g where g.tenant_id = p_tenant group by g.item_id) groups
              on groups.item_id = i.item_id
            where i.tenant_id = p_tenant and not i.is_removed
            order by i.position) i
      having count(*) > 0), '{}'),
    'groups', (
      select coalesce(json_agg(its), '[]')
      from (select g.group_id as id, g.name, g.min_choices as min, g.max_choices as max,
                   g.default_option_id as "default", g.negatable, g.amounts, g.generic_aliases, g.replaces_price
            from cold.option_group g
            where g.tenant_id = p_tenant and exists (
              select from cold.option o
              where o.tenant_id = p_tenant and o.group_id = g.group_id and not o.is_removed)
            order by g.group_id) its),
    'options', coalesce((
      select json_build_object(
        'group', array_agg(o.group_id), 'no', array_agg(o.option_no), 'id', array_agg(o.option_id),
        'name', array_agg(o.name), 'aliases', json_agg(o.aliases), 'price_delta', array_agg(o.price_delta::text),
        'price', array_agg(o.price::text), 'diet', array_agg(o.diet), 'allergens', json_agg(o.allergens),
        'suitable_for', json_agg(o.suitable_for), 'unsuitable_for', json_agg(o.unsuitable_for),
        'countable', array_agg(o.countable),
        'available', array_agg(o.is_available or coalesce(o.unavailable_until <= v_now, false)))
      from (select o.* from cold.option o
            where o.tenant_id = p_tenant and not o.is_removed order by o.group_id, o.position) o
      having count(*) > 0), '{}'))
    into v_menu
  from cold.tenants t where t.tenant_id = p_tenant;
  if v_menu is null then
    raise exception 'no tenant %', p_tenant using errcode = 'OC016';
  end if;
  return v_menu;
end
$$;
