-- Puts a page of dishes before the customer: of those a search in memory has found, the ones that fit his rules, each
-- judged for the time he orders for. p_items: the numbers of every hit, best first; null: the whole menu in its order.
-- p_near: they are not what was asked for, only like it. A page past the last is the last. The view's `shown` tells the page; "the second one" then means position 2.
-- Writes: a menu_viewed event; where not what p_query asks for was found, a demand_unmet event.
create or replace function app.search_menu(
  p_tenant uuid, p_turn jsonb, p_query text, p_meal_period text, p_items integer[], p_page integer, p_page_size integer,
  p_near boolean default false
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_rules jsonb := (
    select s.dietary from hot.session_state s
    where s.tenant_id = p_tenant and s.session_id = v_turn.session_id);
  v_hits integer[] := coalesce(p_items, array(
    select i.item_no from cold.menu_item i where i.tenant_id = p_tenant and not i.is_removed order by i.position));
  v_fit integer[] := case when v_rules = '{}' then v_hits else app.fitting_items(p_tenant, v_rules, v_hits) end;
  v_size integer := least(greatest(p_page_size, 1), 20);
  v_page integer := greatest(1, least(p_page, (cardinality(v_fit) + v_size - 1) / v_size));
  v_count jsonb := jsonb_build_object('left_out', cardinality(v_hits) - cardinality(v_fit));
  v_dishes jsonb;
  v_shown jsonb;
begin
  with page as materialized (
    select w.place, i.item_no, i.item_id, i.name
    from generate_series((v_page - 1) * v_size + 1, least(v_page * v_size, cardinality(v_fit))) as w (place)
    -- Limited, so that a plan reads by key however many items the shop has.
    cross join lateral (
      select m.* from cold.menu_item m
      where m.tenant_id = p_tenant and m.item_no = v_fit[w.place] and not m.is_removed limit 1
    ) i
  ), judged as materialized (
    select app.session_refusals(v_turn, array_agg(p.item_id), array_agg(1)) as refusals from page p
  )
  select coalesce(jsonb_agg(jsonb_build_object(
           'position', p.place, 'item_no', p.item_no, 'refusal', j.refusals -> p.item_id -> 0) order by p.place), '[]'),
         coalesce(jsonb_agg(jsonb_build_object('id', p.item_id, 'name', p.name, 'position', p.place) order by p.place), '[]')
    into v_dishes, v_shown
  from page p cross join judged j;

  if not v_turn.replayed then
    perform app.record_event(v_turn, 'menu_viewed', v_count || jsonb_build_object(
      'query', p_query, 'meal_period', p_meal_period, 'result_count', cardinality(v_fit), 'shown', v_shown));
    if (p_near or cardinality(v_hits) = 0) and v_page = 1 and btrim(p_query) <> '' then
      perform app.record_unmet(v_turn, jsonb_build_object('words', p_query, 'reason', 'not_found'));
    end if;
  end if;
  return app.session_view(v_turn, jsonb_build_object('shown', v_count || jsonb_build_object(
    'dishes', v_dishes, 'page', v_page, 'count', cardinality(v_fit))));
end
$$;
