-- Takes pieces of dishes that are counted; negative ones are given back. All that orders take or give back goes through here.
-- The caller has locked the stock (lock_items) and judged that they are there.
-- Writes: cold.menu_item_stock; as alert_stock.
create or replace function app.take_stock(p_tenant uuid, p_items text[], p_pieces integer[]) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v record;
begin
  for v in
    update cold.menu_item_stock s set quantity = s.quantity - d.pieces
    from (select x.item_id, sum(x.pieces)::integer as pieces
          from unnest(p_items, p_pieces) as x (item_id, pieces) group by x.item_id) d
    where s.tenant_id = p_tenant and s.item_id = d.item_id
    returning s.item_id, s.quantity, d.pieces, s.low_at
  loop
    if v.pieces > 0 and v.quantity < greatest(v.low_at, 1) then
      perform app.alert_stock(p_tenant, i.name, null, v.quantity + v.pieces, v.quantity, v.low_at)
      from cold.menu_item i where i.tenant_id = p_tenant and i.item_id = v.item_id;
    end if;
  end loop;
end
$$;
