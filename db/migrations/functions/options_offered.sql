-- Chosen options held against the menu, one row each, duplicates gone: as they stand there at p_at (name, price_delta and,
-- of a variant, price), with their place in the menu's order; or the name of one that the item does not offer then, in
-- this amount and number. p_chosen: [{"group_id", "option_id", "name"?, "amount"?, "count"?}].
create or replace function app.options_offered(p_item cold.menu_item, p_chosen jsonb, p_at timestamptz)
  returns table (choice jsonb, place integer[], gone text)
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return query
    select
      jsonb_build_object('group_id', o.group_id, 'option_id', o.option_id, 'name', o.name, 'amount', c.amount,
                         'count', coalesce(c.count, 1), 'price_delta', o.price_delta::text)
      || case when o.replaces_price then jsonb_build_object('price', o.price::text) else '{}' end,
      array[o.group_place, o.position]::integer[],
      case when o.is_offered and (c.amount is null or c.amount = any (o.amounts))
             and coalesce(c.count, 1) between 1 and case when o.countable then 9 else 1 end
           then null else coalesce(o.name, c.name, c.option_id, '') end
    from (
      select distinct on (d.group_id, d.option_id) d.*
      from jsonb_to_recordset(p_chosen) as d (group_id text, option_id text, name text, amount text, count integer)
      order by d.group_id, d.option_id, d.count desc nulls last
    ) c
    -- Limited, so that a plan reads by key however many options the shop has.
    left join lateral (
      select f.*, g.amounts, g.replaces_price, ig.position as group_place,
             not f.is_removed and (f.is_available or coalesce(f.unavailable_until <= p_at, false)) as is_offered
      from cold.menu_item_option_group ig
      join cold.option_group g on g.tenant_id = ig.tenant_id and g.group_id = ig.group_id
      join cold.option f on f.tenant_id = g.tenant_id and f.group_id = g.group_id and f.option_id = c.option_id
      where ig.tenant_id = p_item.tenant_id and ig.item_id = p_item.item_id and ig.group_id = c.group_id
      limit 1
    ) o on true;
end
$$;
